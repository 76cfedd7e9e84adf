/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;

/** Binds what plans a matrix. */
public final class PlanModule extends AbstractModule {

    @Override
    protected void configure() {
        bind(Warnings.class).in(Singleton.class);
        bind(Datasets.class).in(Singleton.class);
        bind(TaskPlanner.class);
        bind(ValuePlanner.class);
        bind(PositivesPlanner.class);
        bind(LoadAudits.class);
        bind(PretrainPlanner.class);
        bind(EvaluationPlanner.class);
        bind(RepresentationPlanner.class);
        bind(Planner.class);
    }
}
