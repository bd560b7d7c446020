package clinic;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.servlet.http.HttpServletRequest;
import org.apache.commons.io.FilenameUtils;

class Scans {
    InputStream open(HttpServletRequest request) throws IOException {
        String name = FilenameUtils.getName(request.getParameter("name"));
        return new FileInputStream("/scans/" + name);
    }

    InputStream byNumber(HttpServletRequest request) throws IOException {
        long number = Long.parseLong(request.getParameter("number"));
        return new FileInputStream("/scans/" + number + ".dcm");
    }
}
