import android.app.Activity;
import androidx.fragment.app.Fragment;
import java.lang.reflect.Method;
import javax.servlet.http.HttpServletRequest;
import org.apache.commons.lang3.reflect.MethodUtils;

class Reports {
    Object make(HttpServletRequest request) throws Exception {
        String kind = request.getParameter("kind");
        return Class.forName(kind).getDeclaredConstructor().newInstance(); // pave: expect unsafe-reflection
    }

    Object load(HttpServletRequest request) throws Exception {
        ClassLoader loader = Reports.class.getClassLoader();
        return loader.loadClass(request.getHeader("X-Kind")).newInstance(); // pave: expect unsafe-reflection
    }

    Object call(HttpServletRequest request) throws Exception {
        Method method = this.getClass().getMethod(request.getParameter("action")); // pave: expect unsafe-reflection
        return method.invoke(this);
    }

    Object callByHelper(HttpServletRequest request) throws Exception {
        return MethodUtils.invokeMethod(this, request.getParameter("action")); // pave: expect unsafe-reflection
    }
}

class Screen extends Activity {
    Fragment part() {
        String name = getIntent().getStringExtra("part");
        return Fragment.instantiate(this, name); // pave: expect unsafe-reflection
    }
}
