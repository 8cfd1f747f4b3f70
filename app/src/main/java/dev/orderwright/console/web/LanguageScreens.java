package dev.orderwright.console.web;

import dev.orderwright.shared.Language;
import dev.orderwright.shared.web.ReaderLanguage;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Screen;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Choosing the language of the console, also before sign-in. */
@Controller
class LanguageScreens {

    /** @param page where somebody was, and comes back to */
    @PostMapping("/language")
    Screen choose(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "/") String page) {
        Language.of(language).ifPresent(known -> ReaderLanguage.choose(request, response, known));
        return Redirect.to(Redirect.isLocal(page) ? page : "/");
    }
}
