import io.ktor.server.application.*
import io.ktor.server.plugins.cors.routing.*
import org.springframework.web.cors.CorsConfiguration
import org.springframework.web.servlet.config.annotation.CorsRegistry

fun Application.module() {
    install(CORS) {
        anyHost() // pave: expect cors-any-origin
        allowHeader("Content-Type")
        allowCredentials = true
    }
}

fun Application.other() {
    install(CORS) {
        allowCredentials = true
        anyHost() // pave: expect cors-any-origin
    }
}

class Settings {
    fun mappings(registry: CorsRegistry) {
        registry.addMapping("/**").allowedOriginPatterns("*").allowCredentials(true) // pave: expect cors-any-origin
    }

    fun settings(): CorsConfiguration {
        val settings = CorsConfiguration()
        settings.addAllowedOriginPattern("*") // pave: expect cors-any-origin
        settings.allowCredentials = true
        return settings
    }
}
