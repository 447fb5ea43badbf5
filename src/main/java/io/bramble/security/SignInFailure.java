package io.bramble.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/**
 * A sign-up finished in another tab leaves a second, stale answer in this one. The person is signed in by then, so both
 * tabs go on to the console; any other failure is said on a page that offers to try again.
 */
@Component
class SignInFailure implements AuthenticationFailureHandler {
    private static final Logger LOG = LoggerFactory.getLogger(SignInFailure.class);

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var code = failure instanceof OAuth2AuthenticationException oauth
                ? oauth.getError().getErrorCode()
                : failure.getClass().getSimpleName();
        if (code.equals("authorization_request_not_found")) {
            response.sendRedirect("/console/");
            return;
        }
        LOG.warn("Sign-in failed: {}", code, failure);
        response.sendRedirect(SignedOutPage.FAILED);
    }
}
