#include <sqlite3.h>
#include <sstream>
#include <string>

static sqlite3 *db;

int main(int argc, char *argv[])
{
    std::ostringstream text;
    text << "SELECT * FROM patients WHERE name = '" << argv[1] << "'";
    sqlite3_exec(db, text.str().c_str(), nullptr, nullptr, nullptr); /* pave: expect sql-injection */
}

void joined(pqxx::work &work, const std::string &name)
{
    std::string asked;
    std::getline(std::cin, asked);
    work.exec("SELECT * FROM patients WHERE name = '" + asked + "'"); /* pave: expect sql-injection */
    work.exec("SELECT * FROM patients WHERE name = " + work.quote(asked));
}
