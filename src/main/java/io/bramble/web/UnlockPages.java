package io.bramble.web;

import io.bramble.bucket.SharedLinks;
import io.bramble.bucket.WrongPassword;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Takes the password of a link of either kind. */
@Controller
class UnlockPages {
    private final SharedLinks links;

    UnlockPages(SharedLinks links) {
        this.links = links;
    }

    @PostMapping({"/s/{token}", "/r/{token}"})
    ModelAndView unlock(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        SharedHeaders.write(response, "img-src 'self' data:");
        var link = link(request);
        try {
            Unlocked.keep(links.unlock(token, password), link, request, response);
            return new ModelAndView("redirect:" + link);
        } catch (WrongPassword wrong) {
            return locked(request, wrong.getMessage());
        }
    }

    /** The page that asks for it, whatever page of the link was asked for. */
    static ModelAndView locked(HttpServletRequest request, @Nullable String problem) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("base", link(request));
        model.put("problem", problem);
        return new ModelAndView("share/locked", model, HttpStatus.FORBIDDEN);
    }

    /** The first two parts of the path: {@code /s/TOKEN} or {@code /r/TOKEN}. */
    private static String link(HttpServletRequest request) {
        var path = request.getRequestURI();
        var end = path.indexOf('/', path.indexOf('/', 1) + 1);
        return end < 0 ? path : path.substring(0, end);
    }
}
