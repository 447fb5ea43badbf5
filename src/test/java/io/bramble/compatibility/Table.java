package io.bramble.compatibility;

import io.bramble.compatibility.Operation.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The outcomes of a run as a page. */
final class Table {
    private static final List<String> CLIENTS =
            List.of("boto3", "aws", "mc", "rclone", "minio-java", "AWS SDK for Java");

    private final Map<Operation, Map<Engine, Answer>> rows = new LinkedHashMap<>();

    Table(List<Outcome> outcomes) {
        outcomes.stream()
                .sorted(Comparator.comparingInt(
                        outcome -> CLIENTS.indexOf(outcome.operation().client())))
                .forEach(outcome -> rows.computeIfAbsent(outcome.operation(), _ -> new LinkedHashMap<>())
                        .put(outcome.engine(), outcome.answer()));
    }

    String markdown() {
        var page = new ArrayList<String>();
        page.add(introduction());
        page.add(totals());
        Groups.ALL.forEach(group -> page.add(part(group)));
        return String.join("\n", page);
    }

    private String introduction() {
        return """
                # S3 compatibility

                What %d operations of real clients do on each engine, with access keys that Bramble issued. The clients:
                %s. A result is checked by content: what was read is what was written.
                This page is written by CompatibilityIT from its run, which fails when an engine answers otherwise.

                - **works**: the result is right.
                - **refused**: with an S3 error code and a status of 4xx or 501.
                - **fails**: anything else; the note says what goes wrong.
                """.formatted(rows.size(), String.join(", ", CLIENTS));
    }

    private String totals() {
        var head = new StringBuilder("| Engine | works | refused | fails |\n|---|---|---|---|\n");
        for (var engine : Engine.values()) {
            head.append("| ").append(engine.title());
            for (var kind : Answer.Kind.values()) head.append(" | ").append(count(engine, kind));
            head.append(" |\n");
        }
        return head.toString();
    }

    private long count(Engine engine, Answer.Kind kind) {
        return rows.values().stream()
                .map(answers -> answers.get(engine))
                .filter(answer -> answer != null && answer.kind() == kind)
                .count();
    }

    private String part(String group) {
        var engines = Arrays.stream(Engine.values()).map(Engine::title).collect(Collectors.joining(" | "));
        return rows.entrySet().stream()
                .filter(row -> row.getKey().group().equals(group))
                .map(row -> line(row.getKey(), row.getValue()))
                .collect(Collectors.joining(
                        "", "## " + group + "\n\n| Operation | Client | " + engines + " |\n|---|---|---|---|\n", ""));
    }

    private static String line(Operation operation, Map<Engine, Answer> answers) {
        var cells = Arrays.stream(Engine.values())
                .map(engine -> cell(answers.get(engine), operation.expected(engine)))
                .collect(Collectors.joining(" | "));
        return "| " + operation.name().replace("|", "\\|") + " | " + operation.client() + " | " + cells + " |\n";
    }

    /** How a failure is worded changes with the client's version, so it is told as expected. */
    private static String cell(Answer seen, Answer expected) {
        var answer =
                switch (seen.kind()) {
                    case WORKS -> "works";
                    case REFUSED -> "refused `" + seen.words() + "`";
                    case FAILS -> "**fails**: " + expected.words();
                };
        return expected.note().isEmpty() ? answer : answer + " (" + expected.note() + ")";
    }
}
