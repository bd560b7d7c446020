import org.springframework.http.ResponseEntity
import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.RequestParam
import org.springframework.web.bind.annotation.RestController

@RestController
class Greeting {
    @GetMapping("/hello")
    fun hello(@RequestParam name: String): String {
        return "Hello, $name" // pave: expect answer-scripting
    }

    @GetMapping("/short")
    fun short(@RequestParam name: String): String = "<h1>$name</h1>" // pave: expect answer-scripting

    @GetMapping("/ward")
    fun ward(@RequestParam("name") name: String): ResponseEntity<String> {
        return ResponseEntity.ok("<h1>" + name + "</h1>") // pave: expect answer-scripting
    }

    @GetMapping("/untyped")
    fun untyped(@RequestParam name: String) = "<h1>$name</h1>" // pave: expect answer-scripting
}
