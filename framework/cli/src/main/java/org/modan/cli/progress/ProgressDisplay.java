/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.progress;

import org.modan.cli.console.Console;
import org.modan.cli.host.Environment;
import org.modan.cli.host.Terminal;

/** Where progress is shown. */
public interface ProgressDisplay extends AutoCloseable {

    /** What must be seen everywhere and stay. */
    void notice(String line);

    /** What is worth a line only where nothing else moves. */
    void detail(String line);

    /** How it stands. */
    void status(Status status);

    /** Leaves nothing behind but the lines; may be called again. */
    @Override
    void close();

    /** A bar if standard error can be drawn over, else lines. */
    static ProgressDisplay on(Console console, Environment environment) {
        if (Terminal.canRedraw(environment)) {
            return new BarDisplay(console, Terminal.columns(environment));
        }
        return new LineDisplay(console, System::nanoTime);
    }
}
