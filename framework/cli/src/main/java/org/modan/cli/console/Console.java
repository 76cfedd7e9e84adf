/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.console;

import static java.util.Objects.requireNonNull;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.stream.Stream;

/**
 * The two streams of the process: results on standard output, everything else on standard error.
 * The last line of standard error may be a status that is drawn over and over; whatever else is
 * printed appears above it.
 */
public final class Console {

    private final PrintStream out;
    private final PrintStream err;
    private final Charset charset;
    private final int width;
    private String status = "";

    /**
     * @param width columns that text is wrapped at
     */
    public Console(OutputStream out, OutputStream err, Charset charset, int width) {
        requireNonNull(out, "out is null");
        requireNonNull(err, "err is null");
        this.charset = requireNonNull(charset, "charset is null");
        this.out = new PrintStream(out, true, charset);
        this.err = new PrintStream(err, true, charset);
        this.width = width;
    }

    /** The console of this process. */
    public static Console ofProcess(int width) {
        return new Console(
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                charsetOfProcess(),
                width);
    }

    /** The columns that text is wrapped at. */
    public int width() {
        return width;
    }

    /** Prints a line of the result. */
    public synchronized void print(String line) {
        erase();
        out.println(line);
        draw();
    }

    /** Prints lines of the result. */
    public void print(Iterable<String> lines) {
        lines.forEach(this::print);
    }

    /** Tells the person who waits something: progress, a warning, an error. */
    public synchronized void tell(String line) {
        erase();
        err.println(line);
        draw();
    }

    /** Draws the status line, or with an empty text removes it. Only a terminal can do that. */
    public synchronized void status(String text) {
        if (text.length() < status.length()) {
            erase();
        }
        status = text;
        draw();
    }

    /** Whether whoever reads the result will see these characters and not question marks. */
    public boolean canShow(String text) {
        return charset.newEncoder().canEncode(text);
    }

    private void erase() {
        if (!status.isEmpty()) {
            err.print("\r" + " ".repeat(status.length()) + "\r");
            err.flush();
        }
    }

    private void draw() {
        if (!status.isEmpty()) {
            err.print("\r" + status);
            err.flush();
        }
    }

    /** Java 17 knows the terminal's encoding under other names than later versions. */
    static Charset charsetOfProcess() {
        return Stream.of("stdout.encoding", "sun.stdout.encoding", "native.encoding")
                .map(name -> System.getProperty(name, ""))
                .filter(name -> !name.isEmpty() && isSupported(name))
                .findFirst()
                .map(Charset::forName)
                .orElseGet(Charset::defaultCharset);
    }

    private static boolean isSupported(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }
}
