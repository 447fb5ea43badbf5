package io.bramble.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/**
 * A real PostgreSQL on the loopback interface. Its roles: {@link #OWNER} owns the schema and migrates it, {@link #APP} is
 * what Bramble works as (row-level security applies to it), {@link #KEYCLOAK} has a database of its own.
 */
public final class LocalPostgres implements AutoCloseable {

    public static final String OWNER = "bramble_owner";
    public static final String APP = "bramble_app";
    public static final String KEYCLOAK = "keycloak";
    private static final String SUPERUSER = "postgres";

    private final EmbeddedPostgres server;
    private final Path directory;
    private final UnaryOperator<String> passwords;

    private LocalPostgres(EmbeddedPostgres server, Path directory, UnaryOperator<String> passwords) {
        this.server = server;
        this.directory = directory;
        this.passwords = passwords;
    }

    /** The server that all tests of this JVM share: kept below {@code target/}, gone with the JVM. */
    public static LocalPostgres shared() {
        return Shared.SERVER;
    }

    /**
     * Starts a server on a folder that is kept, and makes what is missing of roles and databases.
     *
     * @param directory where the data is, or will be
     * @param port free
     * @param log gets what the server says
     * @param passwords gives each role its password, the same at every start
     */
    static LocalPostgres start(Path directory, int port, Path log, UnaryOperator<String> passwords) throws IOException {
        Postmaster.endLeftOver(directory);
        Files.createDirectories(directory);
        var server = builder(directory, log, passwords)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                // The library's defaults are for throw-away data: these keep what was committed.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "60")
                .setServerConfig("shared_buffers", "64MB")
                .setOverrideWorkingDirectory(
                        directory.resolveSibling("postgres-program").toFile())
                .start();
        return new LocalPostgres(server, directory, passwords).prepare();
    }

    public int port() {
        return server.getPort();
    }

    public String url(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(port(), database);
    }

    public String password(String role) {
        return passwords.apply(role);
    }

    /** Ends with the server, whoever ends it. */
    CompletableFuture<ProcessHandle> onExit() throws IOException {
        return Postmaster.running(directory)
                .map(ProcessHandle::onExit)
                .orElseThrow(() -> new IOException("PostgreSQL does not run on " + directory));
    }

    /** Makes the database unless it is there. Only its owner may make tables in it. */
    public void createDatabase(String name, String owner) {
        try (var connection = server.getPostgresDatabase().getConnection()) {
            if (exists(connection, "select 1 from pg_database where datname = ?", name)) return;
            execute(connection, "create database \"%s\" owner %s".formatted(name, owner));
        } catch (SQLException refused) {
            throw new IllegalStateException("PostgreSQL refused to create the database " + name, refused);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private static EmbeddedPostgres.Builder builder(Path directory, Path log, UnaryOperator<String> passwords) {
        var output = ProcessBuilder.Redirect.appendTo(log.toFile());
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setOutputRedirector(output)
                .setErrorRedirector(output)
                .setConnectConfig("password", passwords.apply(SUPERUSER))
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("unix_socket_directories", "");
        // Names sort by code point on every machine, as S3 sorts keys.
        Map.of("locale-provider", "builtin", "builtin-locale", "C.UTF-8", "locale", "C")
                .forEach(builder::setLocaleConfig);
        return builder;
    }

    private LocalPostgres prepare() throws IOException {
        try (var connection = server.getPostgresDatabase().getConnection()) {
            setPassword(connection, SUPERUSER);
            requirePasswords(connection);
            for (var role : new String[] {OWNER, APP, KEYCLOAK}) createRole(connection, role);
        } catch (SQLException refused) {
            throw new IOException("PostgreSQL refused to prepare its roles: " + refused.getMessage(), refused);
        }
        createDatabase("bramble", OWNER);
        createDatabase("keycloak", KEYCLOAK);
        return this;
    }

    private void createRole(Connection connection, String role) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", role)) {
            execute(connection, "create role %s login nosuperuser nobypassrls".formatted(role));
        }
        setPassword(connection, role);
    }

    private void setPassword(Connection connection, String role) throws SQLException {
        execute(connection, "alter role %s password '%s'".formatted(role, password(role)));
    }

    /** The server is made open to every user of this machine; from here on it asks for a password. */
    private void requirePasswords(Connection connection) throws SQLException, IOException {
        var rules = directory.resolve("pg_hba.conf");
        var strict = "host all all localhost scram-sha-256\n";
        if (Files.readString(rules).equals(strict)) return;
        Files.writeString(rules, strict);
        execute(connection, "select pg_reload_conf()");
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static final class Shared {
        private static final LocalPostgres SERVER = start();

        private static LocalPostgres start() {
            try {
                var directory = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "postgres-");
                var server = builder(directory, Path.of(directory + ".log"), _ -> "test")
                        .start();
                return new LocalPostgres(server, directory, _ -> "test").prepare();
            } catch (IOException broken) {
                throw new IllegalStateException("The PostgreSQL of the tests did not start", broken);
            }
        }
    }
}
