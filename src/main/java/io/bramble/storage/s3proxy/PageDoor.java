package io.bramble.storage.s3proxy;

import static org.gaul.shaded.org.eclipse.jetty.http.HttpHeader.ACCESS_CONTROL_ALLOW_CREDENTIALS;
import static org.gaul.shaded.org.eclipse.jetty.http.HttpHeader.ACCESS_CONTROL_ALLOW_HEADERS;
import static org.gaul.shaded.org.eclipse.jetty.http.HttpHeader.ACCESS_CONTROL_ALLOW_METHODS;
import static org.gaul.shaded.org.eclipse.jetty.http.HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN;
import static org.gaul.shaded.org.eclipse.jetty.http.HttpHeader.ACCESS_CONTROL_EXPOSE_HEADERS;
import static org.gaul.shaded.org.eclipse.jetty.http.HttpHeader.ACCESS_CONTROL_MAX_AGE;
import static org.gaul.shaded.org.eclipse.jetty.http.HttpHeader.ACCESS_CONTROL_REQUEST_HEADERS;
import static org.gaul.shaded.org.eclipse.jetty.http.HttpHeader.ACCESS_CONTROL_REQUEST_METHOD;
import static org.gaul.shaded.org.eclipse.jetty.http.HttpHeader.CONTENT_TYPE;
import static org.gaul.shaded.org.eclipse.jetty.http.HttpHeader.ORIGIN;
import static org.gaul.shaded.org.eclipse.jetty.http.HttpHeader.VARY;

import io.bramble.storage.CorsRule;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.shaded.org.eclipse.jetty.http.HttpFields;
import org.gaul.shaded.org.eclipse.jetty.io.Content;
import org.gaul.shaded.org.eclipse.jetty.server.Handler;
import org.gaul.shaded.org.eclipse.jetty.server.Request;
import org.gaul.shaded.org.eclipse.jetty.server.Response;
import org.gaul.shaded.org.eclipse.jetty.server.Server;
import org.gaul.shaded.org.eclipse.jetty.util.Callback;

/** Tells browsers which pages may call a bucket: S3Proxy knows one rule for all buckets, set when it starts. */
final class PageDoor extends Handler.Wrapper {
    private static final String VARIES = "Origin, Access-Control-Request-Headers, Access-Control-Request-Method";
    private static final String REFUSAL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Error><Code>AccessForbidden</Code><Message>No CORS rule of the bucket allows this request.</Message></Error>""";

    private final Function<String, List<CorsRule>> rulesOf;

    private PageDoor(Handler inner, Function<String, List<CorsRule>> rulesOf) {
        super(inner);
        this.rulesOf = rulesOf;
    }

    /** Hung in front of a proxy that has not started; its server is private, and there is no other way in. */
    static void hang(S3Proxy proxy, Function<String, List<CorsRule>> rulesOf) {
        try {
            var field = S3Proxy.class.getDeclaredField("server");
            field.setAccessible(true);
            var server = (Server) field.get(proxy);
            server.setHandler(new PageDoor(server.getHandler(), rulesOf));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This release of S3Proxy keeps its server elsewhere.", e);
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        response.getHeaders().put(VARY, VARIES);
        var origin = request.getHeaders().get(ORIGIN);
        if (origin == null) {
            return super.handle(request, response, callback);
        }
        var wished = request.getHeaders().get(ACCESS_CONTROL_REQUEST_METHOD);
        if (request.getMethod().equals("OPTIONS") && wished != null) {
            preflight(request, response, callback, origin, wished);
            return true;
        }
        PageRules.find(rules(request), origin, request.getMethod(), List.of())
                .ifPresent(rule -> allow(response.getHeaders(), rule, origin));
        return super.handle(request, response, callback);
    }

    private void preflight(Request request, Response response, Callback callback, String origin, String method) {
        var headers = Stream.ofNullable(request.getHeaders().get(ACCESS_CONTROL_REQUEST_HEADERS))
                .flatMap(list -> Stream.of(list.split(",", -1)))
                .map(String::strip)
                .filter(header -> !header.isEmpty())
                .toList();
        var rule = PageRules.find(rules(request), origin, method, headers);
        if (rule.isEmpty()) {
            refuse(response, callback);
            return;
        }
        var answer = response.getHeaders();
        allow(answer, rule.get(), origin);
        if (!headers.isEmpty()) {
            answer.put(ACCESS_CONTROL_ALLOW_HEADERS, String.join(", ", headers));
        }
        if (rule.get().maxAgeSeconds() > 0) {
            answer.put(ACCESS_CONTROL_MAX_AGE, rule.get().maxAgeSeconds());
        }
        response.setStatus(200);
        callback.succeeded();
    }

    /** What anybody may know is not tied to who asks. */
    private static void allow(HttpFields.Mutable answer, CorsRule rule, String origin) {
        var anybody = rule.origins().contains("*");
        answer.put(ACCESS_CONTROL_ALLOW_ORIGIN, anybody ? "*" : origin);
        if (!anybody) {
            answer.put(ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
        }
        answer.put(ACCESS_CONTROL_ALLOW_METHODS, String.join(", ", rule.methods()));
        if (!rule.exposedHeaders().isEmpty()) {
            answer.put(ACCESS_CONTROL_EXPOSE_HEADERS, String.join(", ", rule.exposedHeaders()));
        }
    }

    private static void refuse(Response response, Callback callback) {
        response.setStatus(403);
        response.getHeaders().put(CONTENT_TYPE, "application/xml");
        Content.Sink.write(response, true, REFUSAL, callback);
    }

    /** Names of buckets have nothing that a path would write otherwise. */
    private List<CorsRule> rules(Request request) {
        var path = Request.getPathInContext(request);
        var end = path.indexOf('/', 1);
        return rulesOf.apply(path.substring(Math.min(1, path.length()), end < 0 ? path.length() : end));
    }
}
