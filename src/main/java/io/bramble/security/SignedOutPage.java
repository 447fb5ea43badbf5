package io.bramble.security;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a person is sent whose session has ended. It leads back to the page they had open, by way of the sign-in. */
@Controller
public class SignedOutPage {
    public static final String PATH = "/signed-out";
    static final String FAILED = PATH + "?failed";
    private static final String CONSOLE = "/console/";

    private final String url;

    SignedOutPage(@Value("${bramble.url}") String url) {
        this.url = url;
    }

    @GetMapping(PATH)
    String show(
            @RequestHeader(name = HttpHeaders.REFERER, required = false) @Nullable String left,
            @RequestParam(required = false) @Nullable String failed,
            Model model) {
        model.addAttribute("failed", failed != null);
        model.addAttribute("next", left == null ? CONSOLE : way(left));
        return "signed-out";
    }

    /** Never to another site. */
    private String way(String left) {
        return left.startsWith(url + CONSOLE) ? left.substring(url.length()) : CONSOLE;
    }
}
