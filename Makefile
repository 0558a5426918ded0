# gouji: build, test, try out, install. `make` alone builds.

# Every Debian package that building, testing and running need, in this one place. Swift itself is not among Debian's:
# see swift.org. The first line builds and runs, the second is for tests, the last for checks of the units.
PACKAGES = libcurl4-openssl-dev libssl-dev libgumbo-dev libzip-dev libxml2-dev zlib1g-dev pkg-config ca-certificates \
           poppler-utils poppler-data \
           python3 python3-jsonschema python3-aiosmtpd curl \
           systemd

DESTDIR ?=
PREFIX ?= /usr
SYSCONFDIR ?= /etc
UNITDIR = $(PREFIX)/lib/systemd/system
SYSUSERSDIR = $(PREFIX)/lib/sysusers.d
TMPFILESDIR = $(PREFIX)/lib/tmpfiles.d

SWIFT = swift
# The Swift run-time is linked in, so that the binary needs Debian's libraries only.
RELEASE = -c release --static-swift-stdlib --product gouji
SUDO = $(shell [ "$$(id -u)" = 0 ] || echo sudo)

.PHONY: build deps demo test bench fuzz lint install clean

build: deps
	$(SWIFT) build $(RELEASE)

# Asks apt only where a package is missing.
deps:
	@missing=''; for package in $(PACKAGES); do \
	    dpkg-query -W -f '$${db:Status-Abbrev}' $$package 2>/dev/null | grep -q '^ii' || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	    echo "installing:$$missing"; \
	    $(SUDO) apt-get update -q && \
	    $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends $$missing; \
	fi

# A daemon on a state directory of its own, with a webhook receiver: drops reports and shows what comes of them.
demo: build
	scripts/demo.sh "$$($(SWIFT) build $(RELEASE) --show-bin-path)/gouji"

# SARIF's official schema: where it cannot be had, one test is skipped, and says so.
SARIF_SCHEMA = .build/sarif-schema-2.1.0.json
$(SARIF_SCHEMA):
	-Tests/fetch-sarif-schema.py $@

test: deps lint $(SARIF_SCHEMA)
	$(SWIFT) build --build-tests
	scripts/check-units.sh "$$($(SWIFT) build --show-bin-path)/gouji"
	scripts/run-tests.sh $(SWIFT)

bench: build
	GOUJI_BENCH=1 $(SWIFT) build $(subst --product gouji,--product gouji-rates,$(RELEASE))
	bin=$$($(SWIFT) build $(RELEASE) --show-bin-path) && Tests/Benchmarks/bench.py "$$bin/gouji" "$$bin/gouji-rates"

# A slice of ten minutes for each decoder; the next call goes on where this one ended.
SLICE = 600
fuzz: deps
	Fuzz/run.sh $(SLICE)

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Fuzz

install:
	install -D -m 0755 "$$($(SWIFT) build $(RELEASE) --show-bin-path)/gouji" $(DESTDIR)$(PREFIX)/bin/gouji
	install -D -m 0644 systemd/gouji.service $(DESTDIR)$(UNITDIR)/gouji.service
	install -D -m 0644 systemd/gouji-deliver.service $(DESTDIR)$(UNITDIR)/gouji-deliver.service
	install -D -m 0644 systemd/no-deliver.conf $(DESTDIR)$(PREFIX)/share/gouji/no-deliver.conf
	sed -i 's|^ExecStart=/usr/bin/|ExecStart=$(PREFIX)/bin/|' $(DESTDIR)$(UNITDIR)/gouji.service \
	    $(DESTDIR)$(UNITDIR)/gouji-deliver.service $(DESTDIR)$(PREFIX)/share/gouji/no-deliver.conf
	sed -i 's|/usr/share/gouji|$(PREFIX)/share/gouji|' $(DESTDIR)$(UNITDIR)/gouji-deliver.service
	install -D -m 0644 systemd/gouji.sysusers.conf $(DESTDIR)$(SYSUSERSDIR)/gouji.conf
	install -D -m 0644 systemd/gouji.tmpfiles.conf $(DESTDIR)$(TMPFILESDIR)/gouji.conf
	install -D -m 0644 etc/man/gouji.1 $(DESTDIR)$(PREFIX)/share/man/man1/gouji.1
	install -D -m 0644 Schemas/gouji-report-1.schema.json $(DESTDIR)$(PREFIX)/share/gouji/gouji-report-1.schema.json
	install -D -m 0644 etc/gouji/roster.csv $(DESTDIR)$(PREFIX)/share/gouji/roster.csv
	@# The operator's configuration is never overwritten.
	[ -e $(DESTDIR)$(SYSCONFDIR)/gouji/gouji.toml ] || \
	    install -D -m 0644 etc/gouji/gouji.toml $(DESTDIR)$(SYSCONFDIR)/gouji/gouji.toml
	[ -e $(DESTDIR)$(SYSCONFDIR)/gouji/rules.d ] || \
	    install -D -m 0644 etc/gouji/rules.d/example.toml $(DESTDIR)$(SYSCONFDIR)/gouji/rules.d/example.toml

clean:
	$(SWIFT) package clean
