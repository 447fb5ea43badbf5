package io.bramble.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the mailbox looks. */
final class MailboxHtml {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM, HH:mm:ss", Locale.ENGLISH).withZone(ZoneId.systemDefault());
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");

    private MailboxHtml() {}

    static String list(List<Mail> mails) {
        if (mails.isEmpty()) {
            return page("Mailbox", 0, """
                    <p class="empty">No mail yet.<br>
                    Whatever Bramble and Keycloak send on this machine arrives here, whoever it is for.</p>""");
        }
        return page("Mailbox", mails.size(), """
                <ol class="mails">%s</ol>""".formatted(
                        mails.stream().map(MailboxHtml::row).collect(joining())));
    }

    static String mail(Mail mail) {
        var body = mail.text().isBlank()
                ? "<iframe title=\"The mail\" src=\"/mails/%s/html\"></iframe>".formatted(mail.id())
                : "<div class=\"text\">%s</div>".formatted(linked(mail.text().strip()));
        return page(mail.subject(), -1, """
                <p><a href="/">All mails</a></p>
                <article>
                  <h1>%s</h1>
                  <dl><dt>From</dt><dd>%s</dd><dt>To</dt><dd>%s</dd><dt>Received</dt><dd>%s</dd></dl>
                  %s
                </article>""".formatted(
                        escape(mail.subject()),
                        escape(mail.from()),
                        escape(String.join(", ", mail.to())),
                        TIME.format(mail.receivedAt()),
                        body));
    }

    static String resource(String name) {
        try (var content = MailboxHtml.class.getResourceAsStream("/" + name)) {
            if (content == null) throw new IllegalStateException(name + " is not on the class path");
            return new String(content.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String row(Mail mail) {
        return """
                <li><a href="/mails/%s"><strong>%s</strong><span>%s</span><time>%s</time></a></li>
                """.formatted(
                        mail.id(),
                        escape(mail.subject()),
                        escape(String.join(", ", mail.to())),
                        TIME.format(mail.receivedAt()));
    }

    /** @param count of mails shown, for the script that waits for the next; -1 where none is awaited */
    private static String page(String title, int count, String content) {
        return """
                <!doctype html>
                <html lang="en" data-count="%d">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                <link rel="icon" href="data:,">
                <link rel="stylesheet" href="/style.css">
                <script src="/refresh.js" defer></script>
                <header><a href="/">Mailbox</a><span>of this machine only</span></header>
                <main>%s</main>
                </html>
                """.formatted(count, escape(title), content);
    }

    private static String linked(String text) {
        var html = new StringBuilder();
        var end = 0;
        for (Matcher link = LINK.matcher(text); link.find(); end = link.end()) {
            var address = escape(link.group());
            html.append(escape(text.substring(end, link.start())))
                    .append("<a href=\"%s\">%s</a>".formatted(address, escape(shortened(link.group()))));
        }
        return html.append(escape(text.substring(end))).toString();
    }

    /** Links that confirm something are longer than everything else in the mail. */
    private static String shortened(String address) {
        return address.length() <= 80 ? address : address.substring(0, 79) + "…";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
