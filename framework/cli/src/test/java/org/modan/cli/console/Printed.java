/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.console;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A console whose text can be read back. */
public final class Printed {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Charset charset;
    private final Console console;

    public Printed() {
        this(StandardCharsets.UTF_8);
    }

    public Printed(Charset charset) {
        this.charset = charset;
        this.console = new Console(out, err, charset, 80);
    }

    public Console console() {
        return console;
    }

    /** Standard output. */
    public String result() {
        return out.toString(charset).replace(System.lineSeparator(), "\n");
    }

    /** Standard error. */
    public String told() {
        return err.toString(charset).replace(System.lineSeparator(), "\n");
    }

    public List<String> toldLines() {
        return told().lines().toList();
    }
}
