#include <libxml/parser.h>

void letter(const char *text, int size)
{
    xmlReadMemory(text, size, "letter.xml", NULL, XML_PARSE_NOENT); /* pave: expect xml-entities */
    xmlReadMemory(text, size, "letter.xml", NULL, XML_PARSE_DTDLOAD | XML_PARSE_NOWARNING); /* pave: expect xml-entities */
}
