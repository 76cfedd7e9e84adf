/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.progress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modan.cli.console.TimeText;

/**
 * How it stands with what is being done.
 *
 * @param label such as {@code [6/12]}
 * @param title what is being done
 * @param fraction how much of it is done, 0 to 1
 * @param activity where in it we are
 * @param milestone whether something came to an end, such as an epoch
 * @param left until this is done; empty if nobody can know
 * @param allLeft until everything is done; empty if nobody can know, or nothing comes after this
 */
public record Status(
        String label,
        String title,
        double fraction,
        String activity,
        boolean milestone,
        Optional<Duration> left,
        Optional<Duration> allLeft) {

    /** The time that is left, and the activity: who has room for half of it needs the time. */
    public String text() {
        List<String> parts = new ArrayList<>();
        left.ifPresent(time -> parts.add(TimeText.estimate(time) + " left"));
        allLeft.ifPresent(time -> parts.add("all cells " + TimeText.estimate(time)));
        parts.add(activity);
        return String.join(", ", parts);
    }
}
