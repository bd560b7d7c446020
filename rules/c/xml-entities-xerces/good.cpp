#include <xercesc/parsers/XercesDOMParser.hpp>

void tree(const char *file)
{
    XercesDOMParser *parser = new XercesDOMParser();
    parser->setDisableDefaultEntityResolution(true);
    parser->parse(file);
}

void events(const InputSource &in)
{
    SAX2XMLReader *reader = XMLReaderFactory::createXMLReader();
    reader->setFeature(XMLUni::fgXercesDisableDefaultEntityResolution, true);
    reader->parse(in);
}
