import io.ktor.server.application.*
import io.ktor.server.plugins.cors.routing.*
import org.springframework.web.cors.CorsConfiguration
import org.springframework.web.servlet.config.annotation.CorsRegistry

fun Application.module() {
    install(CORS) {
        allowHost("app.example.org", schemes = listOf("https"))
        allowCredentials = true
    }
}

fun Application.open() {
    install(CORS) {
        anyHost()
        allowHeader("Content-Type")
    }
}

class Settings {
    fun mappings(registry: CorsRegistry) {
        registry.addMapping("/api/**").allowedOrigins("https://app.example.org").allowCredentials(true)
        registry.addMapping("/public/**").allowedOriginPatterns("*")
    }

    fun settings(): CorsConfiguration {
        val settings = CorsConfiguration()
        settings.allowedOrigins = listOf("https://app.example.org")
        settings.allowCredentials = true
        return settings
    }
}
