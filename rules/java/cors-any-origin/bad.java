import java.util.List;
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
        registry.addMapping("/**").allowedOriginPatterns("*").allowedMethods("GET", "POST").allowCredentials(true); // pave: expect cors-any-origin
    }

    CorsConfiguration first() {
        CorsConfiguration settings = new CorsConfiguration();
        settings.addAllowedOriginPattern("*"); // pave: expect cors-any-origin
        settings.setAllowCredentials(true);
        return settings;
    }

    CorsConfiguration second() {
        CorsConfiguration settings = new CorsConfiguration();
        settings.setAllowCredentials(true);
        settings.setAllowedOriginPatterns(List.of("*")); // pave: expect cors-any-origin
        return settings;
    }
}

@RestController
@CrossOrigin(originPatterns = "*", allowCredentials = "true") // pave: expect cors-any-origin
class Notes {
    void straight(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", request.getHeader("Origin")); // pave: expect cors-any-origin
        response.setHeader("Access-Control-Allow-Credentials", "true");
    }

    void named(HttpServletRequest request, HttpServletResponse response) {
        String origin = request.getHeader("Origin");
        response.addHeader("Access-Control-Allow-Credentials", "true");
        response.addHeader("Access-Control-Allow-Origin", origin); // pave: expect cors-any-origin
    }
}
