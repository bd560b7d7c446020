#include <xercesc/parsers/XercesDOMParser.hpp>

void tree(const char *file)
{
    XercesDOMParser *parser = new XercesDOMParser();
    parser->setValidationScheme(XercesDOMParser::Val_Never);
    parser->parse(file); /* pave: expect xml-entities-xerces */
}

void events(const InputSource &in)
{
    SAX2XMLReader *reader = XMLReaderFactory::createXMLReader();
    reader->parse(in); /* pave: expect xml-entities-xerces */
}
