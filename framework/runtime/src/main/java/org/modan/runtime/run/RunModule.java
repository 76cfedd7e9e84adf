/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run;

import com.google.inject.AbstractModule;
import org.modan.runtime.run.pretrain.PretrainRunner;
import org.modan.runtime.run.record.Provenance;

/** Binds what runs cells. */
public final class RunModule extends AbstractModule {

    @Override
    protected void configure() {
        bind(PretrainRunner.class);
        bind(Provenance.class);
        bind(ExperimentRunner.class);
    }
}
