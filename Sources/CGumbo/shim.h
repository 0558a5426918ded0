#pragma once
#include <gumbo.h>
// kGumboDefaultOptions is a global variable, which Swift's concurrency checks refuse: a copy of it, with the list of
// parse errors switched off (each error keeps a copy of the tag stack: quadratic memory on hostile input).
static inline GumboOptions gouji_gumbo_options(void) {
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    return options;
}
