/** What is read of a problem: any quantity by its name. */
package org.selfstab.claims.reading;
