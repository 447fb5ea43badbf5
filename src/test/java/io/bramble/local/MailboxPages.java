package io.bramble.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** The mailbox in a browser: {@code /}, {@code /mails/ID}, {@code /mails/ID/html}, and {@code /api/mails} for tests. */
final class MailboxPages implements AutoCloseable {

    private static final String HTML = "text/html; charset=utf-8";
    /** A mail's own HTML may show itself and be clicked; it runs nothing and loads nothing. */
    private static final String OF_A_MAIL = "sandbox allow-top-navigation-by-user-activation; default-src 'none';"
            + " style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

    private static final String OURS = "default-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'";

    private record Answer(int status, String type, String policy, String body) {}

    private final MailFolder folder;
    private final HttpServer server;

    private MailboxPages(MailFolder folder, HttpServer server) {
        this.folder = folder;
        this.server = server;
    }

    static MailboxPages serve(MailFolder folder, int port) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        var pages = new MailboxPages(folder, server);
        server.createContext("/", pages::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return pages;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var answer = isLocal(exchange) ? route(exchange) : error(403, "This mailbox answers to localhost only.");
        var body = answer.body().getBytes(UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", answer.type());
        headers.set("Content-Security-Policy", answer.policy());
        headers.set("Cache-Control", "no-store");
        headers.set("Referrer-Policy", "no-referrer");
        try (exchange) {
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Another site's name that leads to this machine must not read people's links. */
    private static boolean isLocal(HttpExchange exchange) {
        var host = exchange.getRequestHeaders().getFirst("Host");
        return host != null && host.matches("(localhost|127\\.0\\.0\\.1)(:[0-9]+)?");
    }

    private Answer route(HttpExchange exchange) {
        if (!exchange.getRequestMethod().equals("GET")) return error(405, "Mails are only read here.");
        var path = exchange.getRequestURI().getPath().split("/", -1);
        return switch (path.length > 1 ? path[1] : "") {
            case "" -> page(MailboxHtml.list(folder.all()));
            case "style.css" -> new Answer(200, "text/css; charset=utf-8", OURS, MailboxHtml.resource("mailbox.css"));
            case "refresh.js" ->
                new Answer(200, "text/javascript; charset=utf-8", OURS, MailboxHtml.resource("mailbox.js"));
            case "api" -> json(folder.all());
            case "mails" -> mail(path);
            default -> error(404, "There is no such page.");
        };
    }

    private Answer mail(String[] path) {
        var id = path.length > 2 ? path[2] : "";
        var asSent = path.length > 3 && path[3].equals("html");
        Function<Mail, Answer> show = asSent
                ? mail -> new Answer(200, HTML, OF_A_MAIL, "<base target=\"_top\">" + mail.html())
                : mail -> page(MailboxHtml.mail(mail));
        return folder.find(id).map(show).orElseGet(() -> error(404, "There is no such mail."));
    }

    private static Answer json(List<Mail> mails) {
        var rows = mails.stream().map(MailboxPages::row).toList();
        return new Answer(200, "application/json", OURS, JsonMapper.shared().writeValueAsString(rows));
    }

    private static Map<String, Object> row(Mail mail) {
        return Map.of(
                "id", mail.id(),
                "from", mail.from(),
                "to", mail.to(),
                "subject", mail.subject(),
                "receivedAt", mail.receivedAt().toString(),
                "text", mail.text(),
                "links", mail.links());
    }

    private static Answer page(String html) {
        return new Answer(200, HTML, OURS, html);
    }

    private static Answer error(int status, String text) {
        return new Answer(status, "text/plain; charset=utf-8", OURS, text + "\n");
    }
}
