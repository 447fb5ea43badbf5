package io.bramble.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxTest {

    private static final String CONFIRM = "http://localhost:8081/confirm?key=" + "x".repeat(200) + "&tab=1";

    @TempDir
    private Path folder;

    private final Ports ports = Ports.allFree();
    private Mailbox mailbox;

    @BeforeEach
    void open() throws IOException {
        mailbox = Mailbox.start(new Home(folder), ports);
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void a_mail_to_anybody_arrives_with_its_links() throws Exception {
        send("Confirm your address", "text/plain", "Open this:\n\n" + CONFIRM + "\n\nIt works once.");

        var mail = mailbox.mails().getFirst();
        assertThat(mail.to()).containsExactly("ann@example.com");
        assertThat(mail.subject()).isEqualTo("Confirm your address");
        assertThat(mail.links()).containsExactly(CONFIRM);
        assertThat(get("/")).contains("Confirm your address").contains("ann@example.com");
        assertThat(get("/mails/" + mail.id())).contains("href=\"" + CONFIRM.replace("&", "&amp;") + "\"");
        assertThat(get("/api/mails")).contains("\"to\":[\"ann@example.com\"]");
    }

    @Test
    void mails_are_there_after_a_restart() throws Exception {
        send("Kept", "text/plain", "I stay");
        close();
        open();

        assertThat(mailbox.mails()).extracting(Mail::subject).containsExactly("Kept");
    }

    @Test
    void what_a_mail_says_is_shown_and_never_run() throws Exception {
        send("<script>alert(1)</script>", "text/html; charset=utf-8", "<b>Hello</b><script>alert(2)</script>");

        var id = mailbox.mails().getFirst().id();
        assertThat(get("/")).doesNotContain("<script>alert").contains("&lt;script&gt;");
        assertThat(get("/mails/" + id)).contains("<iframe");
        assertThat(get("/mails/" + id + "/html")).contains("sandbox").contains("default-src 'none'");
    }

    @Test
    void an_empty_mailbox_says_what_it_is_for() throws Exception {
        assertThat(get("/")).contains("No mail yet");
        assertThat(get("/mails/../../etc/passwd")).startsWith("HTTP/1.1 404");
        assertThat(get("/mails/1-..%2Fx")).startsWith("HTTP/1.1 404");
    }

    @Test
    void another_sites_name_for_this_machine_gets_nothing() throws Exception {
        assertThat(get("/", "evil.example")).startsWith("HTTP/1.1 403");
    }

    private void send(String subject, String type, String body) throws Exception {
        var settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", Integer.toString(ports.smtp()));
        var message = new MimeMessage(Session.getInstance(settings));
        message.setFrom("Bramble <hello@bramble.example>");
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("ann@example.com"));
        message.setSubject(subject);
        message.setContent(body, type);
        Transport.send(message);
    }

    private String get(String path) throws IOException {
        return get(path, "localhost:" + ports.mailbox());
    }

    /** By hand: Java's own client does not let a program lie about the host. */
    private String get(String path, String host) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), ports.mailbox());
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            out.write("GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                    .formatted(path, host)
                    .getBytes(UTF_8));
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
