/** Analytic losses with prescribed quantities, as problem files. */
package org.selfstab.generate;
