package clinic;

import java.util.Set;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import javax.servlet.http.HttpServletRequest;

class Images {
    InputStream fetch(HttpServletRequest request) throws IOException {
        int number = Integer.parseInt(request.getParameter("image"));
        return new URL("https://images.example/" + number).openStream();
    }

    private static final Set<String> HOSTS = Set.of("images.example.com");

    /* The host is looked at, or the beginning that names it. */
    InputStream ofKnownHost(HttpServletRequest request) throws IOException {
        URL image = new URL(request.getParameter("image"));
        if (!HOSTS.contains(image.getHost())) {
            throw new IOException("unknown host");
        }
        return image.openStream();
    }

    InputStream ofKnownBeginning(HttpServletRequest request) throws IOException {
        String image = request.getParameter("image");
        if (!image.startsWith("https://images.example.com/")) {
            throw new IOException("unknown host");
        }
        return new URL(image).openStream();
    }

    private static final String LAB = "https://lab.clinic.example/";

    InputStream ofLaboratory(HttpServletRequest request) throws IOException {
        StringBuilder address = new StringBuilder(LAB);
        address.append("results/").append(request.getParameter("id"));
        return new URL(address.toString()).openStream();
    }

    InputStream ofForm(HttpServletRequest request) throws IOException {
        return new URL(String.format("%sresults/%s", LAB, request.getParameter("id"))).openStream();
    }
}

@org.springframework.web.bind.annotation.RestController
class Built {
    @org.springframework.web.bind.annotation.GetMapping("/ward")
    Object ward(@org.springframework.web.bind.annotation.RequestParam String ward) {
        String url = org.springframework.web.util.UriComponentsBuilder.fromHttpUrl("https://wards.example").path("/{ward}").buildAndExpand(ward).toUriString();
        return new org.springframework.web.client.RestTemplate().getForObject(url, String.class);
    }
}

class Kept {
    private final java.nio.file.Path folder = java.nio.file.Path.of("/srv/files");

    Object read(javax.servlet.http.HttpServletRequest request) throws Exception {
        java.nio.file.Path file = folder.resolve(request.getParameter("name")).normalize();
        if (!file.startsWith(folder)) {
            return null;
        }
        return new org.springframework.core.io.UrlResource(file.toUri());
    }
}
