(* The unit eigenvector of the largest eigenvalue near a vector, enclosed by the residual of that and the gap to the second
   eigenvalue, and what is claimed of a point and of the eigenvector there: proved once, so that a file has Coq compute, and no more. *)
From Coq Require Import Reals Lra Lia ZArith List Bool.
From Coquelicot Require Import Coquelicot.
Require Import selfstab enclosures spectra.
Import ListNotations.
Open Scope R_scope.

Lemma cauchy n x y : dot n x y ^ 2 <= dot n x x * dot n y y.
Proof.
  destruct (Rlt_le_dec 0 (dot n y y)) as [P | P].
  - set (z := fun i => dot n y y * x i + (- dot n x y) * y i). pose proof (dot_nonneg n z) as Z.
    unfold z at 2 in Z. rewrite dot_span, (dot_comm n z x), (dot_comm n z y) in Z.
    unfold z in Z. rewrite !dot_span, (dot_comm n y x) in Z.
    assert (0 <= dot n y y * (dot n x x * dot n y y - dot n x y ^ 2)) by lra.
    apply Rnot_lt_le. intro L.
    assert (dot n y y * (dot n x y ^ 2 - dot n x x * dot n y y) > 0) by (apply Rmult_lt_0_compat; lra). lra.
  - assert (Q : dot n y y = 0) by (pose proof (dot_nonneg n y); lra).
    rewrite (dot_zero n y Q x), Q. lra.
Qed.

Lemma coordinate n x i : (i < n)%nat -> x i ^ 2 <= dot n x x.
Proof.
  intro I. pose proof (cauchy n (kronecker i) x) as C. rewrite !(dot_kronecker n i) in C by exact I.
  unfold kronecker in C. rewrite Nat.eqb_refl in C. lra.
Qed.

Section Residual.
Variables (n : nat) (a : nat -> nat -> R) (v u : nat -> R) (s low mu l : R).
Let e := fun i => dot n (a i) v - l * v i.
Hypothesis V : 0 < dot n v v.
Hypothesis One : dot n u u = 1.
Hypothesis Eigen : forall i, (i < n)%nat -> dot n (a i) u = s * u i.
Hypothesis Others : forall x, dot n v x = 0 -> 0 < dot n x x -> form n a x < mu * dot n x x.
Hypothesis Gap : mu < low.
Hypothesis Top : low <= s.
Hypothesis Side : 0 < dot n v u.

Let t := dot n v u / dot n v v.
Let r := fun i => 1 * u i + (- t) * v i.

Lemma across : dot n v r = 0.
Proof. unfold r. rewrite dot_span. unfold t. field. lra. Qed.

Lemma parts : dot n r r = 1 - t ^ 2 * dot n v v.
Proof.
  pose proof across as A. unfold r at 2. rewrite dot_span, (dot_comm n r v), A, (dot_comm n r u). unfold r. rewrite dot_span, One.
  rewrite (dot_comm n u v). replace (dot n v u) with (t * dot n v v) by (unfold t; field; lra). ring.
Qed.

Lemma form_across : form n a r = s * dot n r r - t * dot n r e.
Proof.
  unfold form.
  rewrite (dot_respects n r _ (fun i => s * r i + 1 * ((t * (s - l)) * v i + (- t) * e i))).
  - rewrite !dot_span, (dot_comm n r v), across. ring.
  - intros i I. unfold r at 1. rewrite dot_span, (Eigen i I). unfold e, r. ring.
Qed.

Lemma small_across : dot n v v * ((low - mu) ^ 2 * dot n r r) <= dot n e e.
Proof.
  pose proof (dot_nonneg n r) as N. pose proof (dot_nonneg n e) as E.
  destruct (Rlt_le_dec 0 (dot n r r)) as [P | P].
  2: { replace (dot n r r) with 0 by lra. lra. }
  pose proof (Others r across P) as F. rewrite form_across in F.
  assert (G : (low - mu) * dot n r r <= t * dot n r e).
  { apply Rle_trans with ((s - mu) * dot n r r); [apply Rmult_le_compat_r; lra | lra]. }
  assert (G0 : 0 <= (low - mu) * dot n r r) by (apply Rmult_le_pos; lra).
  pose proof (pow_incr _ _ 2 (conj G0 G)) as S. rewrite !Rpow_mult_distr in S.
  pose proof (cauchy n r e) as C. pose proof parts as T.
  assert (T1 : t ^ 2 * dot n v v <= 1) by lra.
  assert (S1 : (low - mu) ^ 2 * dot n r r <= t ^ 2 * dot n e e).
  { apply Rmult_le_reg_r with (dot n r r); [exact P | ].
    apply Rle_trans with (t ^ 2 * dot n r e ^ 2); [lra | ].
    apply Rle_trans with (t ^ 2 * (dot n r r * dot n e e)); [ | lra].
    apply Rmult_le_compat_l; [apply pow2_ge_0 | exact C]. }
  apply Rle_trans with (dot n v v * (t ^ 2 * dot n e e)); [apply Rmult_le_compat_l; lra | ].
  replace (dot n v v * (t ^ 2 * dot n e e)) with ((t ^ 2 * dot n v v) * dot n e e) by ring.
  apply Rle_trans with (1 * dot n e e); [apply Rmult_le_compat_r; lra | lra].
Qed.

Theorem eigenvector_near i : (i < n)%nat ->
  Rabs (u i - v i * / sqrt (dot n v v)) <= 2 * (sqrt (dot n e e * / dot n v v) * / (low - mu)).
Proof.
  intro I. set (N := dot n v v) in *. set (g := low - mu) in *. assert (G : 0 < g) by (unfold g; lra).
  pose proof parts as T. fold N in T. pose proof (dot_nonneg n r) as R0.
  set (h := sqrt (dot n r r)). assert (H0 : 0 <= h) by apply sqrt_pos.
  assert (HH : h * h = dot n r r) by (apply sqrt_sqrt; exact R0).
  assert (B : h <= sqrt (dot n e e * / N) * / g).
  { apply Rmult_le_reg_r with g; [exact G | ]. replace (sqrt (dot n e e * / N) * / g * g) with (sqrt (dot n e e * / N)) by (field; lra).
    rewrite <- (sqrt_pow2 (h * g)) by (apply Rmult_le_pos; lra). apply sqrt_le_1_alt.
    apply Rmult_le_reg_r with N; [exact V | ]. replace (dot n e e * / N * N) with (dot n e e) by (field; lra).
    pose proof small_across as S. fold N g in S. replace ((h * g) ^ 2) with (g ^ 2 * (h * h)) by ring. rewrite HH. lra. }
  set (w := sqrt N). assert (W : 0 < w) by (apply sqrt_lt_R0; exact V).
  assert (WW : w * w = N) by (apply sqrt_sqrt; lra).
  assert (T0 : 0 < t * w) by (apply Rmult_lt_0_compat; [ | exact W]; unfold t; apply Rdiv_lt_0_compat; assumption).
  assert (TT : (t * w) * (t * w) = 1 - h * h) by (rewrite HH, T, <- WW; ring).
  assert (H1 : h <= 1) by (apply Rnot_lt_le; intro L; assert (1 < h * h) by (apply Rlt_trans with (1 * h); [lra | apply Rmult_lt_compat_r; lra]);
    assert (0 < t * w * (t * w)) by (apply Rmult_lt_0_compat; assumption); lra).
  assert (T1 : t * w <= 1).
  { apply Rnot_lt_le; intro L. assert (1 < t * w * (t * w)) by (apply Rlt_trans with (1 * (t * w)); [lra | apply Rmult_lt_compat_r; lra]).
    assert (0 <= h * h) by (apply Rmult_le_pos; exact H0). lra. }
  assert (D : 1 - t * w <= h).
  { assert (t * w * (t * w) <= t * w * 1) by (apply Rmult_le_compat_l; lra).
    assert (h * h <= 1 * h) by (apply Rmult_le_compat_r; assumption). lra. }
  assert (Ri : Rabs (r i) <= h).
  { rewrite <- (sqrt_Rsqr_abs (r i)), Rsqr_pow2. apply sqrt_le_1_alt. apply coordinate. exact I. }
  assert (Vi : Rabs (v i * / w) <= 1).
  { rewrite Rabs_mult, (Rabs_pos_eq (/ w)) by (apply Rlt_le, Rinv_0_lt_compat; exact W).
    apply Rmult_le_reg_r with w; [exact W | ]. replace (Rabs (v i) * / w * w) with (Rabs (v i)) by (field; lra). rewrite Rmult_1_l.
    rewrite <- (sqrt_Rsqr_abs (v i)), Rsqr_pow2. apply sqrt_le_1_alt. apply coordinate. exact I. }
  replace (u i - v i * / w) with (r i + - ((1 - t * w) * (v i * / w))) by (unfold r; field; lra).
  apply Rle_trans with (1 := Rabs_triang _ _). rewrite Rabs_Ropp, Rabs_mult, (Rabs_pos_eq (1 - t * w)) by lra.
  assert ((1 - t * w) * Rabs (v i * / w) <= h * 1) by (apply Rmult_le_compat; [lra | apply Rabs_pos | exact D | exact Vi]).
  lra.
Qed.
End Residual.

(* ---- the largest eigenvalue is one ---- *)

Definition behind (x0 : R) (y : nat -> R) (i : nat) : R := match i with O => x0 | S i => y i end.

Lemma dot_schur_row m a i y : (forall i j, a i j = a j i) -> a 0%nat 0%nat <> 0 ->
  dot m (schur a i) y = dot m (fun j => a (S i) (S j)) y - a (S i) 0%nat / a 0%nat 0%nat * dot m (fun j => a 0%nat (S j)) y.
Proof.
  intros E N. rewrite <- dot_schur. rewrite (dot_comm m _ y), (dot_comm m _ y). apply dot_ext.
  intro j. unfold schur. rewrite (E (S i) 0%nat). field. exact N.
Qed.

(* A form that is nowhere negative is bounded below, or vanishes at a vector of the kernel. *)
Theorem kernel_or_definite n : forall b, (forall i j, b i j = b j i) -> (forall x, 0 <= form n b x) ->
  (exists x, 0 < dot n x x /\ forall i, (i < n)%nat -> dot n (b i) x = 0)
  \/ (exists c, 0 < c /\ forall x, c * dot n x x <= form n b x).
Proof.
  induction n as [ | m IH]; intros b E P.
  - right. exists 1. split; [lra | ]. intro x. unfold form. simpl. lra.
  - set (row := fun j => b 0%nat (S j)).
    destruct (Req_dec (b 0%nat 0%nat) 0) as [Z | Z].
    + left. assert (D : forall y, dot m row y = 0).
      { intro y. destruct (Req_dec (dot m row y) 0) as [Q | Q]; [exact Q | exfalso].
        set (f := form m (fun i j => b (S i) (S j)) y).
        pose proof (P (behind (- (f + 1) / (2 * dot m row y)) y)) as F. rewrite form_first in F by exact E. simpl in F. rewrite Z in F.
        fold row in F. change (fun j : nat => y j) with y in F. fold f in F.
        replace (2 * (- (f + 1) / (2 * dot m row y)) * dot m row y) with (- (f + 1)) in F by (field; exact Q). lra. }
      exists (kronecker 0). split.
      * rewrite (dot_kronecker (S m) 0 (kronecker 0)) by lia. unfold kronecker. simpl. lra.
      * intros i I. rewrite dot_comm, (dot_kronecker (S m) 0 (b i)) by lia. destruct i; [exact Z | ].
        rewrite E. pose proof (D (kronecker i)) as K. rewrite dot_comm, (dot_kronecker m i row) in K by lia. exact K.
    + assert (N : 0 < b 0%nat 0%nat).
      { pose proof (P (kronecker 0)) as F. rewrite form_first in F by exact E.
        rewrite (dot_comm m _ (fun j => kronecker 0 (S j))), (dot_null m (fun j => kronecker 0 (S j))) in F by reflexivity.
        unfold form in F at 1. rewrite (dot_null m (fun j => kronecker 0 (S j))) in F by reflexivity.
        unfold kronecker in F. simpl in F. lra. }
      assert (Es : forall i j, schur b i j = schur b j i) by (intros; unfold schur, Rdiv; rewrite (E (S i) (S j)); ring).
      assert (Ps : forall y, 0 <= form m (schur b) y).
      { intro y. pose proof (P (behind (- (dot m row y) / b 0%nat 0%nat) y)) as F.
        rewrite form_step in F; [ | intro; apply E | exact N]. simpl in F. fold row in F.
        change (fun i : nat => y i) with y in F.
        replace (- dot m row y / b 0%nat 0%nat + dot m row y / b 0%nat 0%nat) with 0 in F by (field; exact Z). lra. }
      destruct (IH (schur b) Es Ps) as [[y [Y K]] | [c [C H]]].
      * left. exists (behind (- (dot m row y) / b 0%nat 0%nat) y). split.
        -- simpl. change (fun i : nat => y i) with y. pose proof (Rle_0_sqr (- dot m row y / b 0%nat 0%nat)) as S. unfold Rsqr in S. lra.
        -- intros [ | i] I; simpl; change (fun i : nat => y i) with y.
           ++ fold row. field. exact Z.
           ++ specialize (K i ltac:(lia)). rewrite (dot_schur_row m b i y E Z) in K. fold row in K.
              replace (b (S i) 0%nat * (- dot m row y / b 0%nat 0%nat)) with (- (b (S i) 0%nat / b 0%nat 0%nat * dot m row y)) by (field; exact Z). lra.
      * right. set (g := b 0%nat 0%nat) in *. set (k := 1 + 2 * (dot m row row / g ^ 2)).
        assert (G2 : 0 < g ^ 2) by (apply pow_lt; exact N).
        assert (R2 : 0 <= dot m row row / g ^ 2) by (apply Rmult_le_pos; [apply dot_nonneg | apply Rlt_le, Rinv_0_lt_compat; exact G2]).
        assert (K : 0 < k) by (unfold k; lra).
        exists (Rmin (g / 2) (c / k)). split.
        -- apply Rmin_glb_lt; apply Rdiv_lt_0_compat; lra.
        -- intro x. rewrite form_step; [ | intro; apply E | exact N]. simpl dot. fold row g. set (y := fun i => x (S i)).
           set (z := x 0%nat + dot m row y / g). pose proof (dot_nonneg m y) as Y0. pose proof (pow2_ge_0 z) as Z0.
           assert (X : x 0%nat * x 0%nat <= 2 * z ^ 2 + 2 * (dot m row row / g ^ 2) * dot m y y).
           { pose proof (cauchy m row y) as Q. replace (x 0%nat) with (z - dot m row y / g) by (unfold z; ring).
             set (w := dot m row y / g). assert (W : w ^ 2 <= dot m row row / g ^ 2 * dot m y y).
             { unfold w. apply Rmult_le_reg_r with (g ^ 2); [exact G2 | ].
               replace ((dot m row y / g) ^ 2 * g ^ 2) with (dot m row y ^ 2) by (field; exact Z).
               replace (dot m row row / g ^ 2 * dot m y y * g ^ 2) with (dot m row row * dot m y y) by (field; exact Z). exact Q. }
             pose proof (pow2_ge_0 (z + w)). lra. }
           pose proof (H y) as F. set (d := Rmin (g / 2) (c / k)).
           assert (D1 : d <= g / 2) by apply Rmin_l. assert (D2 : d <= c / k) by apply Rmin_r.
           assert (D0 : 0 <= d) by (apply Rlt_le, Rmin_glb_lt; apply Rdiv_lt_0_compat; lra).
           apply Rle_trans with (d * (2 * z ^ 2 + k * dot m y y)); [apply Rmult_le_compat_l; [exact D0 | unfold k; lra] | ].
           assert (d * (2 * z ^ 2) <= g / 2 * (2 * z ^ 2)) by (apply Rmult_le_compat_r; lra).
           assert (d * (k * dot m y y) <= c / k * (k * dot m y y)) by (apply Rmult_le_compat_r; [apply Rmult_le_pos; lra | exact D2]).
           replace (c / k * (k * dot m y y)) with (c * dot m y y) in H1 by (field; lra). lra.
Qed.

Theorem sharpness_attained n a s : (forall i j, a i j = a j i) -> is_sharpness n a s ->
  exists u, dot n u u = 1 /\ forall i, (i < n)%nat -> dot n (a i) u = s * u i.
Proof.
  intros E [S1 S2].
  assert (Sb : forall i j, below s a i j = below s a j i) by (intros; unfold below, kronecker; rewrite (E i j), Nat.eqb_sym; reflexivity).
  destruct (kernel_or_definite n (below s a) Sb) as [[x [X K]] | [c [C H]]].
  - intro x. rewrite form_below. destruct (Rlt_le_dec 0 (dot n x x)) as [P | P].
    + pose proof (unit_along n x P) as U. cbv zeta in U. set (l := / sqrt (dot n x x)) in *.
      assert (F : form n a (fun i => l * x i) <= s) by (apply S1; exists (fun i => l * x i); rewrite dot_twice; split; [exact U | reflexivity]).
      rewrite form_scaled in F. apply Rmult_le_reg_l with (l ^ 2).
      * unfold l. apply pow_lt, Rinv_0_lt_compat, sqrt_lt_R0. exact P.
      * replace (l ^ 2 * (s * dot n x x - form n a x)) with (s * (l ^ 2 * dot n x x) - l ^ 2 * form n a x) by ring. rewrite U. lra.
    + assert (Z : dot n x x = 0) by (pose proof (dot_nonneg n x); lra). rewrite (form_zero _ _ _ Z), Z. lra.
  - exists (fun i => / sqrt (dot n x x) * x i). rewrite dot_twice. split; [exact (unit_along n x X) | ].
    intros i I. rewrite dot_scaled. specialize (K i I). rewrite dot_below in K by exact I. replace (dot n (a i) x) with (s * x i) by lra. ring.
  - exfalso. assert (L : s <= s - c); [ | lra]. apply S2. intros r [x [X R]]. subst r.
    specialize (H x). rewrite form_below, X in H. lra.
Qed.

(* What is not above a number in size. *)
Definition spread (D : I.type) : I.type := I.meet (I.upper_extent (I.neg D)) (I.lower_extent D).

Lemma has_spread D d x : has D d -> Rabs x <= d -> has (spread D) x.
Proof.
  intros H B. apply Rabs_le_between in B. unfold has, spread. apply I.meet_correct.
  - apply I.upper_extent_correct with (1 := I.neg_correct _ _ H). lra.
  - apply I.lower_extent_correct with (1 := H). lra.
Qed.

(* Bounds of the largest eigenvalue with a vector; the eigenvalue, about; a number above the second one, and what pushes the first below that. *)
Record frame : Set := Frame { sharp : top; about : expression; between : expression; push : expression }.

Definition axis_of (c : frame) (i : nat) : R := IZR (nth i (axis (sharp c)) 0%Z).

(* A point and a vector there, one behind the other. *)
Definition joined (n : nat) (q u : nat -> R) (i : nat) : R := if Nat.ltb i n then q i else u (i - n)%nat.

Lemma nth_firstn (A : Type) (d : A) : forall l n i, (i < n)%nat -> nth i (firstn n l) d = nth i l d.
Proof. induction l; intros [ | n] [ | i] I; simpl; try lia; auto. apply IHl. lia. Qed.

(* The sharpness of a matrix, and its eigenvector of length one on the side of a vector. *)
Definition is_frame (n : nat) (a : nat -> nat -> R) (v : nat -> R) (s : R) (u : nat -> R) : Prop :=
  is_sharpness n a s /\ dot n u u = 1 /\ (forall i, (i < n)%nat -> dot n (a i) u = s * u i) /\ 0 < dot n v u.

Section Frame.
Variables (p : Number.precision) (k n : nat) (entries : list (list expression)) (M : (nat -> R) -> nat -> nat -> R).
Hypothesis Symmetric : forall x i j, M x i j = M x j i.
Hypothesis Same : forall x i j, (i + j < n)%nat -> M x i (i + j)%nat = value x (nth j (nth i entries []) (Int 0)).

Definition number_at (e : expression) : I.type := enclose p [] e.
Definition entry (A : list (list I.type)) (i j : nat) : I.type :=
  if Nat.leb i j then nth (j - i) (nth i A []) I.nai else nth (i - j) (nth j A []) I.nai.
Definition vector (c : frame) : list I.type := map (I.fromZ p) (axis (sharp c)).
Definition residual (A : list (list I.type)) (c : frame) : list I.type :=
  map (fun i => I.sub p (product p n (map (entry A i) (seq 0 n)) (vector c)) (I.mul p (number_at (about c)) (nth i (vector c) I.nai))) (seq 0 n).
Definition gap (c : frame) : I.type := I.sub p (number_at (low (sharp c))) (number_at (between c)).

Definition frame_shown (X : list I.type) (c : frame) : bool :=
  let A := map (map (enclose p X)) entries in
  top_shown p n entries X (sharp c) && positive (gap c) && positive (product p n (vector c) (vector c))
  && positive_pivots p (added p (map (below_row p (number_at (between c))) A) (outer p (number_at (push c)) (vector c))) n.

(* The eigenvector of length one. *)
Definition direction (X : list I.type) (c : frame) : list I.type :=
  let A := map (map (enclose p X)) entries in
  let N := product p n (vector c) (vector c) in
  let E := residual A c in
  let d := I.mul p (I.fromZ p 2) (I.mul p (I.sqrt p (I.mul p (product p n E E) (I.inv p N))) (I.inv p (gap c))) in
  map (fun b => I.add p (I.mul p b (I.inv p (I.sqrt p N))) (spread d)) (vector c).

Lemma has_number_at e : has (number_at e) (number_of e).
Proof. apply enclosed. apply nothing_covers. Qed.

Lemma has_vector c i : has (nth i (vector c) I.nai) (axis_of c i).
Proof.
  unfold vector, axis_of. destruct (Nat.lt_ge_cases i (length (axis (sharp c)))) as [W | W].
  - rewrite (nth_mapped _ _ (I.fromZ p) _ i 0%Z _ W). apply I.fromZ_correct.
  - rewrite nth_overflow by (rewrite map_length; exact W). apply has_all.
Qed.

Lemma has_sqrt X x : has X x -> has (I.sqrt p X) (sqrt x).
Proof. intro H. exact (I.sqrt_correct p _ _ H). Qed.

Lemma nth_seq (f : nat -> I.type) i : (i < n)%nat -> nth i (map f (seq 0 n)) I.nai = f i.
Proof. intro I. rewrite (nth_mapped _ _ f (seq 0 n) i 0%nat) by (rewrite seq_length; exact I). rewrite seq_nth by exact I. reflexivity. Qed.

Lemma has_entry A a i j : (forall i j, a i j = a j i) -> triangle_has n A a -> (i < n)%nat -> (j < n)%nat -> has (entry A i j) (a i j).
Proof.
  intros E H I J. unfold entry. destruct (Nat.leb_spec i j) as [L | L].
  - pose proof (H i (j - i)%nat ltac:(lia)) as G. replace (i + (j - i))%nat with j in G by lia. exact G.
  - rewrite E. pose proof (H j (i - j)%nat ltac:(lia)) as G. replace (j + (i - j))%nat with i in G by lia. exact G.
Qed.

Theorem direction_correct X q u s c : cover X q -> frame_shown X c = true -> is_frame n (M q) (axis_of c) s u ->
  forall i, (i < n)%nat -> has (nth i (direction X c) I.nai) (u i).
Proof.
  intros C F [S [One [Eigen Side]]] i I. unfold frame_shown in F. cbv zeta in F.
  apply andb_prop in F. destruct F as [F F4]. apply andb_prop in F. destruct F as [F F3].
  apply andb_prop in F. destruct F as [F1 F2].
  pose proof (triangle_enclosed p n entries M Same X q C) as HA.
  set (A := map (map (enclose p X)) entries) in *.
  pose proof (top_correct p n entries M Symmetric Same X q (sharp c) C F1) as T.
  pose proof (sharpness_between _ _ _ _ _ T S) as [L _].
  assert (HG : has (gap c) (number_of (low (sharp c)) - number_of (between c)))
    by (apply has_sub; apply has_number_at).
  pose proof (positive_correct _ _ HG F2) as G.
  assert (HN : has (product p n (vector c) (vector c)) (dot n (axis_of c) (axis_of c)))
    by (apply product_correct; intros; apply has_vector).
  pose proof (positive_correct _ _ HN F3) as N.
  pose proof (pushed_below p n (M q) A (vector c) (axis_of c) (between c) (push c) (Symmetric q) HA (has_vector c) F4) as O.
  assert (HE : forall j, (j < n)%nat ->
    has (nth j (residual A c) I.nai) (dot n (M q j) (axis_of c) - number_of (about c) * axis_of c j)).
  { intros j J. unfold residual. rewrite nth_seq by exact J. apply has_sub; [ | apply has_mul; [apply has_number_at | apply has_vector]].
    apply product_correct; [ | intros; apply has_vector]. intros m W. rewrite nth_seq by exact W.
    apply has_entry; [apply Symmetric | exact HA | exact J | exact W]. }
  unfold direction. cbv zeta. fold A.
  destruct (Nat.lt_ge_cases i (length (vector c))) as [W | W].
  - rewrite (nth_mapped _ _ _ (vector c) i I.nai _ W).
    replace (u i) with (axis_of c i * / sqrt (dot n (axis_of c) (axis_of c)) + (u i - axis_of c i * / sqrt (dot n (axis_of c) (axis_of c)))) by ring.
    apply has_add.
    + apply has_mul; [apply has_vector | ]. apply has_inv, has_sqrt, HN.
    + eapply has_spread;
        [ | exact (eigenvector_near n (M q) (axis_of c) u s (number_of (low (sharp c))) (number_of (between c)) (number_of (about c))
              N One Eigen O ltac:(lra) ltac:(lra) Side i I)].
      apply has_mul; [exact (I.fromZ_correct p 2) | ]. apply has_mul; [ | apply has_inv; exact HG].
      apply has_sqrt, has_mul; [ | apply has_inv; exact HN]. apply product_correct; exact HE.
  - rewrite nth_overflow by (rewrite map_length; exact W). apply has_all.
Qed.

Theorem frame_exists X q c : cover X q -> frame_shown X c = true -> exists s u, is_frame n (M q) (axis_of c) s u.
Proof.
  intros C F. unfold frame_shown in F. cbv zeta in F.
  apply andb_prop in F. destruct F as [F F4]. apply andb_prop in F. destruct F as [F _].
  apply andb_prop in F. destruct F as [F1 F2].
  pose proof (triangle_enclosed p n entries M Same X q C) as HA.
  pose proof (pushed_below p n (M q) _ (vector c) (axis_of c) (between c) (push c) (Symmetric q) HA (has_vector c) F4) as O.
  assert (HG : has (gap c) (number_of (low (sharp c)) - number_of (between c)))
    by (apply has_sub; apply has_number_at).
  pose proof (positive_correct _ _ HG F2) as G.
  destruct (top_correct p n entries M Symmetric Same X q (sharp c) C F1) as [A [B _]].
  destruct (sharpness_exists n (M q) _ _ A B) as [s [S [L _]]].
  destruct (sharpness_attained n (M q) s (Symmetric q) S) as [u [One Eigen]].
  assert (N : dot n (axis_of c) u <> 0).
  { intro Z. specialize (O u Z ltac:(lra)). unfold form in O.
    rewrite (dot_respects n u _ (fun i => s * u i) Eigen), dot_scaled, One in O. lra. }
  exists s. destruct (Rlt_le_dec 0 (dot n (axis_of c) u)) as [P | P].
  - exists u. repeat split; try assumption; apply S.
  - exists (fun i => -1 * u i). split; [exact S | ]. rewrite dot_twice, One. split; [ring | ]. split.
    + intros i I. rewrite dot_scaled, (Eigen i I). ring.
    + rewrite dot_scaled. lra.
Qed.

Theorem at_point b q u s c cs : length b = n -> inside k b q -> frame_shown (around p k b []) c = true ->
  forallb (shown p (around p k b (firstn n (direction (around p k b []) c)))) cs = true -> is_frame n (M q) (axis_of c) s u ->
  all_hold (joined n q u) cs.
Proof.
  intros L Q F S U. apply (all_shown p _ _ cs) with (2 := S).
  pose proof (direction_correct _ q u s c (cover_around p k b [] q Q (nothing_fixed _ _)) F U) as D.
  apply cover_around.
  - intros i I. unfold joined. rewrite L in I. replace (Nat.ltb i n) with true by (symmetry; apply Nat.ltb_lt; exact I).
    apply Q. lia.
  - intro i. rewrite L. unfold joined. replace (Nat.ltb (n + i) n) with false by (symmetry; apply Nat.ltb_ge; lia).
    replace (n + i - n)%nat with i by lia.
    destruct (Nat.lt_ge_cases i n) as [W | W].
    + rewrite nth_firstn by exact W. exact (D i W).
    + rewrite nth_overflow; [apply has_all | ]. rewrite firstn_length. lia.
Qed.
End Frame.
