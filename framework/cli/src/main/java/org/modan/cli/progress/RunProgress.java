/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.progress;

import java.time.Duration;
import java.util.Optional;
import org.modan.runtime.plan.EvaluationCell;

/**
 * How long the rest of a run will take. Encoders are made first and take what they take: only once
 * evaluations run, each much like the other, can the end be foreseen.
 */
final class RunProgress {

    private int remaining;
    private int measured;
    private Duration measuredTime = Duration.ZERO;

    /**
     * @param cells yet to be run
     */
    void planned(int cells) {
        remaining = cells;
    }

    /** A cell begins: it is no longer among the remaining ones. */
    void started() {
        remaining = Math.max(0, remaining - 1);
    }

    void finished(CellProgress cell, long now, boolean well) {
        if (well && cell.cell() instanceof EvaluationCell) {
            measured++;
            measuredTime = measuredTime.plus(cell.elapsed(now));
        }
    }

    /** Until the last cell is done; empty if this is the last, or it cannot be foreseen. */
    Optional<Duration> left(CellProgress current, long now) {
        if (remaining == 0 || !(current.cell() instanceof EvaluationCell)) {
            return Optional.empty();
        }
        Optional<Duration> ofCurrent = current.left(now);
        if (measured > 0) {
            Duration usual = measuredTime.dividedBy(measured);
            Duration rest = ofCurrent.orElse(positive(usual.minus(current.elapsed(now))));
            return Optional.of(rest.plus(usual.multipliedBy(remaining)));
        }
        return ofCurrent.map(
                rest -> rest.plus(rest.plus(current.elapsed(now)).multipliedBy(remaining)));
    }

    private static Duration positive(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
