package io.bramble.billing;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The rate cards as files: reviewed like code, read once at start. */
@Component
class Catalogue {
    /**
     * A card as read from its file.
     *
     * @param document the card's terms as canonical JSON, without the texts that describe it
     * @param digest SHA-256 of the document, in hexadecimal
     */
    record Entry(Plan plan, String document, String digest) {}

    private final List<Entry> entries;

    Catalogue(@Value("${bramble.billing.catalogue:}") String folder) {
        entries = read(folder.isBlank() ? "classpath*:catalogue/*.yaml" : "file:" + folder + "/*.yaml");
    }

    List<Entry> entries() {
        return entries;
    }

    private static List<Entry> read(String pattern) {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources(pattern);
            var entries = Arrays.stream(files)
                    .sorted((one, other) -> name(one).compareTo(name(other)))
                    .flatMap(file -> CardReader.read(file).stream())
                    .toList();
            refuseEmptyOrDoubled(pattern, entries);
            return entries;
        } catch (IOException e) {
            throw new InvalidCatalogue("Cannot read the catalogue " + pattern, e);
        }
    }

    private static void refuseEmptyOrDoubled(String pattern, List<Entry> entries) {
        if (entries.isEmpty()) throw new InvalidCatalogue("No rate card matches " + pattern, null);
        var seen = new HashSet<String>();
        for (var entry : entries) {
            var card = entry.plan().card();
            if (!seen.add(card.plan() + " " + card.version()))
                throw new InvalidCatalogue(
                        "The catalogue has two cards of plan " + card.plan() + " version " + card.version()
                                + ": give the newer one the next version",
                        null);
        }
    }

    private static String name(Resource file) {
        var name = file.getFilename();
        return name == null ? "" : name;
    }
}
