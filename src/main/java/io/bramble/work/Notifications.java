package io.bramble.work;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** News between processes by PostgreSQL's LISTEN and NOTIFY, on a connection of its own that is made anew when it breaks. */
@Component
public class Notifications implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);
    private static final Duration QUIET = Duration.ofSeconds(10);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

    private final JdbcConnectionDetails database;
    private final Map<String, Listener> listeners = new ConcurrentHashMap<>();
    private volatile @Nullable Thread thread;

    /** What to do with news, and after a gap in which news may have been lost. */
    public record Listener(Consumer<String> onNews, Runnable onGap) {}

    Notifications(JdbcConnectionDetails database) {
        this.database = database;
    }

    /** To be called while beans are made; each channel has one listener, which must be quick. */
    public void listen(String channel, Listener listener) {
        listeners.put(channel, listener);
    }

    @Override
    public void start() {
        var listening = Thread.ofVirtual().name("notifications").unstarted(this::run);
        thread = listening; // before it runs, for it looks here whether to go on
        listening.start();
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) running.interrupt();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private boolean isWanted() {
        return Thread.currentThread().equals(thread);
    }

    private void run() {
        while (isWanted()) {
            try (var connection = connect()) {
                subscribe(connection);
                listeners.values().forEach(listener -> guarded(listener.onGap()));
                receive(connection);
            } catch (SQLException broken) {
                if (!isWanted()) return;
                LOG.warn("The connection that listens for news broke; making it anew: {}", broken.getMessage());
                pause();
            }
        }
    }

    private Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", String.valueOf(database.getUsername()));
        properties.setProperty("password", String.valueOf(database.getPassword()));
        properties.setProperty("ApplicationName", "bramble-notifications");
        properties.setProperty("connectTimeout", "3");
        properties.setProperty("loginTimeout", "10");
        properties.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(database.getJdbcUrl(), properties);
    }

    private void subscribe(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var channel : listeners.keySet()) statement.execute("listen \"" + channel + "\"");
        }
    }

    private void receive(Connection connection) throws SQLException {
        var postgres = connection.unwrap(PGConnection.class);
        while (isWanted()) {
            var news = postgres.getNotifications((int) QUIET.toMillis());
            if (news.length == 0 && !connection.isValid(3)) throw new SQLException("no answer");
            for (var one : news) {
                var listener = listeners.get(one.getName());
                if (listener != null) guarded(() -> listener.onNews().accept(one.getParameter()));
            }
        }
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.error("A listener for news failed", failed);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_ATTEMPTS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
