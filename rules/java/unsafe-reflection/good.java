import java.util.Map;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;

class Reports {
    private static final Set<String> KNOWN = Set.of("clinic.Daily", "clinic.Weekly");
    private static final Map<String, Class<?>> KINDS = Map.of("daily", Daily.class);

    Object byTable(HttpServletRequest request) throws Exception {
        return KINDS.get(request.getParameter("kind")).getDeclaredConstructor().newInstance();
    }

    Object checked(HttpServletRequest request) throws Exception {
        String kind = request.getParameter("kind");
        if (!KNOWN.contains(kind)) {
            throw new IllegalArgumentException("kind");
        }
        return Class.forName(kind).getDeclaredConstructor().newInstance();
    }

    Object own(String driver) throws Exception {
        return Class.forName(driver).getDeclaredConstructor().newInstance();
    }
}
