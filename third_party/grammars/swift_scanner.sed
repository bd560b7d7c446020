# What tree-sitter-swift 0.7.1's scanner does to memory that is not its own, mended.
# It asks for no memory for its state, and then writes to what it got.
s/calloc(0, /calloc(1, /
# At a zero byte or the end of the file it compares past the end of a directive's name.
s/uint8_t expected_char = DIRECTIVES\[dir_idx\]\[str_idx\];/&\
            if (expected_char == 0) {\
                full_match = dir_idx;\
                lexer->mark_end(lexer);\
                possible_directives[dir_idx] = false;\
                continue;\
            }/
