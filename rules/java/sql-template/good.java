import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface Patients {
    @Select("SELECT * FROM patients WHERE name = #{name}")
    List<Patient> byName(@Param("name") String name);

    @Select("SELECT * FROM ${table} WHERE name = #{name}")
    List<Patient> of(@Param("table") String table, @Param("name") String name);

    @Select("SELECT * FROM patients WHERE ward = #{ward} ORDER BY ${column}")
    List<Patient> sorted(@Param("ward") String ward, @Param("column") String column);
}

interface Numbered {
    @Select("SELECT * FROM patients WHERE id = ${id}")
    Patient byId(@Param("id") long id);
}
