package io.bramble.local;

import static java.util.Comparator.reverseOrder;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Mails as {@code .eml} files, named by their time of arrival in milliseconds. */
record MailFolder(Path folder) {

    void keep(MimeMessage message) throws IOException, MessagingException {
        var name = "%d-%.8s.eml".formatted(Instant.now().toEpochMilli(), UUID.randomUUID());
        var draft = folder.resolve(name + ".draft");
        try (var out = Files.newOutputStream(draft)) {
            message.writeTo(out);
        }
        Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Newest first. */
    List<Mail> all() {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".eml"))
                    .sorted(reverseOrder())
                    .map(name -> read(name.substring(0, name.length() - ".eml".length())))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Optional<Mail> find(String id) {
        if (!id.matches("[0-9]+-[0-9a-f]+") || !Files.exists(file(id))) return Optional.empty();
        return Optional.of(read(id));
    }

    private Mail read(String id) {
        var receivedAt = Instant.ofEpochMilli(Long.parseLong(id.substring(0, id.indexOf('-'))));
        try (var source = Files.newInputStream(file(id))) {
            return Mail.read(id, receivedAt, source);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Path file(String id) {
        return folder.resolve(id + ".eml");
    }
}
