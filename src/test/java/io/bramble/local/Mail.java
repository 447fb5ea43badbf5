package io.bramble.local;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A caught mail.
 *
 * @param id names it in the mailbox
 * @param text its plain text; empty if it came as HTML only
 * @param html empty if it came as plain text only
 */
public record Mail(
        String id, String from, List<String> to, String subject, Instant receivedAt, String text, String html) {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");

    /** Addresses of pages named in the plain text, in order. */
    public List<String> links() {
        return LINK.matcher(text).results().map(MatchResult::group).toList();
    }

    static Mail read(String id, Instant receivedAt, InputStream source) throws IOException {
        try {
            var message = new MimeMessage(null, source);
            return new Mail(
                    id,
                    String.join(", ", addresses(message.getFrom())),
                    addresses(message.getRecipients(Message.RecipientType.TO)),
                    Objects.requireNonNullElse(message.getSubject(), "(no subject)"),
                    receivedAt,
                    content(message, "text/plain").orElse(""),
                    content(message, "text/html").orElse(""));
        } catch (MessagingException malformed) {
            throw new IOException("Mail " + id + " is not readable", malformed);
        }
    }

    private static List<String> addresses(jakarta.mail.Address @Nullable [] addresses) {
        return addresses == null
                ? List.of()
                : Arrays.stream(addresses).map(Object::toString).toList();
    }

    private static Optional<String> content(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) return Optional.of(part.getContent().toString());
        if (!(part.getContent() instanceof Multipart parts)) return Optional.empty();
        for (var inner : parts(parts).toList()) {
            var found = content(inner, type);
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    private static Stream<BodyPart> parts(Multipart parts) throws MessagingException {
        var all = Stream.<BodyPart>builder();
        for (var i = 0; i < parts.getCount(); i++) all.add(parts.getBodyPart(i));
        return all.build();
    }
}
