package io.bramble.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** Keeps the proof that somebody knew a link's password in a cookie of that link alone. */
final class Unlocked {
    private static final String NAME = "share";

    private Unlocked() {}

    /** Empty where there is none. */
    static String proof(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME))
                .map(cookie -> cookie.getValue())
                .orElse("");
    }

    static void keep(String proof, String path, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(NAME, proof)
                .path(path)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
