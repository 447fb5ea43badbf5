package io.bramble.storage;

/** Another process listens on the port an engine was given. */
public final class PortInUse extends RuntimeException {
    private final int port;

    public PortInUse(int port, Throwable cause) {
        super("Port " + port + " is in use by another program; stop it or choose another port.", cause);
        this.port = port;
    }

    public int port() {
        return port;
    }
}
