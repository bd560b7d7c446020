import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface Patients {
    @Select("SELECT * FROM patients WHERE name = '${name}'") // pave: expect sql-template
    List<Patient> byName(@Param("name") String name);

    @Select({"SELECT * FROM patients", "WHERE name LIKE '%${part}%'"}) // pave: expect sql-template
    List<Patient> byPart(@Param("part") String part);

    @Delete("DELETE FROM patients WHERE id IN (${ids})") // pave: expect sql-template
    void remove(@Param("ids") String ids);
}
