# bytes_warn(<target>): our own code compiles without a warning, with every compiler that builds it.
# Libraries of others are SYSTEM includes and get none of this.

function(bytes_warn target)
  target_compile_options(${target} PRIVATE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-qual -Wextra-semi
    # A struct of values names the members that it sets: {.file = name, .message = text}. The others have defaults.
    -Wno-missing-field-initializers
    # GCC 12 sees an overlap in `"text" + std::string` where there is none: https://gcc.gnu.org/PR105651
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
  if(BYTES_WARNINGS_AS_ERRORS)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
endfunction()
