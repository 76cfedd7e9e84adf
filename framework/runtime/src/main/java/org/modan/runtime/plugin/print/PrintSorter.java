/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.modan.runtime.plugin.PluginName;
import org.modan.runtime.plugin.loading.PluginClassLoader;

/** Parts what plugins print, line by line, from what everybody else does. */
final class PrintSorter extends OutputStream {

    private static final StackWalker STACK =
            StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private final OutputStream original;
    private final Charset charset;
    private final BiConsumer<PluginName, String> lines;
    private final Map<PluginName, ByteArrayOutputStream> begun = new LinkedHashMap<>();

    /**
     * @param original takes what no plugin prints
     * @param lines hears of each full line that a plugin prints, on that plugin's thread
     */
    PrintSorter(OutputStream original, Charset charset, BiConsumer<PluginName, String> lines) {
        this.original = original;
        this.charset = charset;
        this.lines = lines;
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        Optional<PluginName> plugin = printing();
        if (plugin.isPresent()) {
            print(plugin.get(), bytes, offset, length);
        } else {
            original.write(bytes, offset, length);
        }
    }

    @Override
    public void flush() throws IOException {
        original.flush();
    }

    /** Hands on the lines that were begun and not ended. */
    synchronized void endLines() {
        begun.forEach(
                (plugin, line) -> {
                    if (line.size() > 0) {
                        end(plugin, line);
                    }
                });
    }

    private synchronized void print(PluginName plugin, byte[] bytes, int offset, int length) {
        ByteArrayOutputStream line =
                begun.computeIfAbsent(plugin, unknown -> new ByteArrayOutputStream());
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == '\n') {
                end(plugin, line);
            } else {
                line.write(bytes[i]);
            }
        }
    }

    private void end(PluginName plugin, ByteArrayOutputStream line) {
        lines.accept(plugin, line.toString(charset).stripTrailing());
        line.reset();
    }

    /**
     * Whose code called Java's to print. What the host's own code prints on a plugin's behalf, such
     * as its log, is the host's.
     */
    private static Optional<PluginName> printing() {
        return STACK.walk(
                        frames ->
                                frames.map(StackWalker.StackFrame::getDeclaringClass)
                                        .filter(
                                                type ->
                                                        type != PrintSorter.class
                                                                && !isOfJava(type))
                                        .findFirst())
                .map(Class::getClassLoader)
                .filter(PluginClassLoader.class::isInstance)
                .map(loader -> ((PluginClassLoader) loader).plugin());
    }

    private static boolean isOfJava(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null || loader == ClassLoader.getPlatformClassLoader();
    }
}
