package dev.orderwright.shared.api;

import dev.orderwright.shared.Json;
import dev.orderwright.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes problems to responses of the API, also from filters, where no controller is near. */
@Component
public class Problems {

    private static final String API = "/api/";

    /** Whether a request is one of a program, which wants a problem instead of a page. */
    public static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith(API);
    }

    /** Answers with one refusal; its code and reason are those of the whole problem. */
    public void write(HttpServletRequest request, HttpServletResponse response, int status, Refusal refusal)
            throws IOException {
        write(request, response, status, List.of(refusal));
    }

    /** A problem without a request, made beforehand. */
    static byte[] fixed(int status, String code, String reason) {
        return Json.bytes(Problem.of(status, code, reason, List.of(Refusal.of(code, reason)), ""));
    }

    void write(HttpServletRequest request, HttpServletResponse response, int status, List<Refusal> refusals)
            throws IOException {
        Refusal first = refusals.getFirst();
        String detail = refusals.size() == 1
                ? first.reason()
                : first.reason() + " (and " + (refusals.size() - 1) + " more, see errors)";
        Problem problem = Problem.of(status, first.code(), detail, refusals, RequestIds.of(request));
        byte[] json = Json.bytes(problem);
        response.setStatus(status);
        response.setContentType(Problem.MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }
}
