import org.slf4j.LoggerFactory
import org.springframework.web.bind.annotation.*

@RestController
class Visits {
    private val logger = LoggerFactory.getLogger(Visits::class.java)

    @GetMapping("/enter")
    fun enter(@RequestParam name: String): Int {
        logger.info("entered: {}", name.replace("\n", "").replace("\r", ""))
        logger.info("length {}", name.length)
        return 1
    }

    @GetMapping("/count")
    fun count(@RequestParam count: Int): Int {
        logger.info("count $count")
        return count
    }
}
