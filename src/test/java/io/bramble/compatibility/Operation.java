package io.bramble.compatibility;

import io.bramble.compatibility.Answer.Kind;

/**
 * One line of the table.
 *
 * @param group the table's part
 * @param client the program or library that does it
 * @param embedded what is expected of the embedded engine
 * @param minio what is expected of a MinIO server
 */
record Operation(String group, String name, String client, Answer embedded, Answer minio) {

    Answer expected(Engine engine) {
        return switch (engine) {
            case EMBEDDED -> embedded;
            case MINIO -> minio;
        };
    }

    /** @param answer works only if that was wanted */
    Outcome on(Engine engine, Answer answer) {
        var unwanted = answer.kind() == Kind.WORKS && embedded.kind() != Kind.WORKS && minio.kind() != Kind.WORKS;
        return new Outcome(this, engine, unwanted ? Answer.fails("not refused") : answer);
    }

    /** What was seen. */
    record Outcome(Operation operation, Engine engine, Answer answer) {
        Answer expected() {
            return operation.expected(engine);
        }

        boolean isExpected() {
            return answer.isAs(expected());
        }

        String name() {
            return operation.group + ", " + operation.client + " on " + engine.title() + ": " + operation.name;
        }
    }
}
