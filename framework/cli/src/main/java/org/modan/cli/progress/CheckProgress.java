/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.progress;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.modan.runtime.check.CheckListener;

/** Shows how far the check of a dataset is. */
public final class CheckProgress implements CheckListener {

    private final ProgressDisplay display;

    public CheckProgress(ProgressDisplay display) {
        this.display = requireNonNull(display, "display is null");
    }

    @Override
    public void progress(String dataset, Step step, int done, int images) {
        String what = step == Step.READING ? "reading" : "comparing";
        display.status(
                new Status(
                        what + " " + dataset,
                        "",
                        (double) done / images,
                        "%d/%d images".formatted(done, images),
                        true,
                        Optional.empty(),
                        Optional.empty()));
    }
}
