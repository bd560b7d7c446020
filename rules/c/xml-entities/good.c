#include <libxml/parser.h>

void letter(const char *text, int size)
{
    xmlReadMemory(text, size, "letter.xml", NULL, 0);
    xmlReadMemory(text, size, "letter.xml", NULL, XML_PARSE_NONET);
}
