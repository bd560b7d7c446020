import java.util.List;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

class Settings implements WebMvcConfigurer {
    @Override
    public void addCorsMappings(CorsRegistry registry) {
        registry.addMapping("/api/**").allowedOrigins("https://app.example.org").allowCredentials(true);
        registry.addMapping("/public/**").allowedOriginPatterns("*");
    }

    CorsConfiguration listed() {
        CorsConfiguration settings = new CorsConfiguration();
        settings.setAllowedOrigins(List.of("https://app.example.org"));
        settings.setAllowCredentials(true);
        return settings;
    }

    CorsConfiguration open() {
        CorsConfiguration settings = new CorsConfiguration();
        settings.addAllowedOriginPattern("*");
        return settings;
    }
}

@RestController
@CrossOrigin(originPatterns = "*")
class Notes {
    private static final Set<String> KNOWN = Set.of("https://app.example.org");

    void checked(HttpServletRequest request, HttpServletResponse response) {
        String origin = request.getHeader("Origin");
        if (KNOWN.contains(origin)) {
            response.setHeader("Access-Control-Allow-Origin", origin);
            response.setHeader("Access-Control-Allow-Credentials", "true");
        }
    }

    void left(HttpServletRequest request, HttpServletResponse response) {
        String origin = request.getHeader("Origin");
        if (!KNOWN.contains(origin)) {
            return;
        }
        response.setHeader("Access-Control-Allow-Origin", origin);
        response.setHeader("Access-Control-Allow-Credentials", "true");
    }

    void plain(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", request.getHeader("Origin"));
    }
}
