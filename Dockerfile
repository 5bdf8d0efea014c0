# The site's image: one image, and a command for each service of docker-compose.yml.

FROM python:3.11.14-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_NO_INPUT=1
RUN python -m venv /opt/venv
COPY requirements.txt /build/
RUN /opt/venv/bin/pip install --require-hashes --requirement /build/requirements.txt

WORKDIR /app
COPY manage.py LICENSE ./
COPY filters filters
COPY donation donation
COPY templates templates
COPY deploy/web_answers.py deploy/
# As in production, whose file names hold a hash; with a key that is forgotten at once.
RUN key=$(head -c 32 /dev/urandom | base64) && \
    GLANE_PRODUCTION=1 GLANE_STATIC=/app/static GLANE_DATA=/tmp/build \
    GLANE_CONTROLLER=build GLANE_CONTACT=build@glane.example \
    GLANE_SECRET_KEY=$key GLANE_KEK=$key GLANE_CODE_KEY=$key GLANE_SIGNING_KEY=$key \
    /opt/venv/bin/python manage.py collectstatic --no-input

FROM python:3.11.14-slim-bookworm
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin glane
COPY --from=build /opt/venv /opt/venv
COPY --from=build /app /app
WORKDIR /app
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    TLDEXTRACT_CACHE=/tmp/tldextract \
    GLANE_DATA=/data \
    GLANE_STATIC=/app/static
# Used only where the environment names no database, queue or storage; docker-compose.yml names all.
RUN install --directory --owner=glane --mode=0700 /data
USER 10001
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["python", "deploy/web_answers.py"]
# --threads: a slow upload holds one for minutes, waiting. --worker-tmp-dir: gunicorn's heartbeat
# must not wait for a disk.
CMD ["gunicorn", "donation.wsgi", "--bind", "0.0.0.0:8000", "--worker-class", "gthread", \
     "--workers", "2", "--threads", "64", "--timeout", "120", "--graceful-timeout", "30", \
     "--worker-tmp-dir", "/dev/shm", "--log-level", "warning"]
