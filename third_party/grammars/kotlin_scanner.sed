# Where tree-sitter-kotlin 1.1.0's scanner looks for a blank behind an annotation and the file
# ends first, it looks for ever. Mended.
s/while (!iswspace(lexer->lookahead)) {/while (!iswspace(lexer->lookahead) \&\& !lexer->eof(lexer)) {/
s/while ((saw_paren ? lexer->lookahead != '\\n' : !iswspace(lexer->lookahead))) {/while ((saw_paren ? lexer->lookahead != '\\n' : !iswspace(lexer->lookahead)) \&\& !lexer->eof(lexer)) {/
