# Where tree-sitter-kotlin 1.1.0's scanner looks for a blank behind an annotation and the file
# ends first, it looks for ever. Mended.
s/while (!iswspace(lexer->lookahead)) {/while (!iswspace(lexer->lookahead) \&\& !lexer->eof(lexer)) {/
s/while ((saw_paren ? lexer->lookahead != '\\n' : !iswspace(lexer->lookahead))) {/while ((saw_paren ? lexer->lookahead != '\\n' : !iswspace(lexer->lookahead)) \&\& !lexer->eof(lexer)) {/
# A member of a class ends before the brace that ends the class, too: `class A { val x = 1 }`.
/if (!saw_newline) {/,/case 'i':/s/case '!':/case '}':\
                    if (!valid_symbols[SEMI] \&\& valid_symbols[CLASS_MEMBER_SEMI]) {\
                        return true;\
                    }\
                    return false;\
                case '!':/
