/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.check;

/** Hears how far a check is. */
@FunctionalInterface
public interface CheckListener {

    /** What a check does with the images. */
    enum Step {
        READING,
        COMPARING
    }

    /**
     * @param dataset what messages call it
     */
    void progress(String dataset, Step step, int done, int images);
}
